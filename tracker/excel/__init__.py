"""Excel in and out: a file is opened safely, its cells become text, and templates all look alike."""
