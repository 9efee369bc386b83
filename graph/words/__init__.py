"""What is said of answers, claims and times: each sentence is written once, here."""
