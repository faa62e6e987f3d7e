"""What a group stumbles over: words that several people looked up, told once, when a quarter is over."""
