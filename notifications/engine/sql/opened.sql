SELECT id FROM begun
