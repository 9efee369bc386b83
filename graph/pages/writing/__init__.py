"""The pages on which somebody writes down, corrects, denies or takes back what is claimed."""
