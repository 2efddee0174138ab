"""The pages of amendments and of the frozen versions of a plan."""
