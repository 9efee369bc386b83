// No two courses of ours are the same.
// returns nothing
CREATE CONSTRAINT kinthread_courses IF NOT EXISTS
FOR (n:KinthreadCourse) REQUIRE n.id IS UNIQUE;
