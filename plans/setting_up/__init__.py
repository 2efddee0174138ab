"""How a site gets its units and a review its parts."""
