"""The family network as a picture: places, cards, lines, and their drawing."""
