"""What the July plan is made of: its sections, its annexes, and what is frozen of them."""
