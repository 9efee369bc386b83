"""The sentences about answers, claims and times: each is written once, here."""
