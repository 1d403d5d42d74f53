"""Where Latvia is: boundary sets, their crosswalks, and the program that made them."""
