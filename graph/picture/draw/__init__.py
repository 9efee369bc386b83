"""Cards, marks and lines, drawn on a canvas, as SVG, PNG or one HTML file."""
