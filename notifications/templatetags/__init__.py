"""Tag libraries: words for mails, and mails on pages."""
