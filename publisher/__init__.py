"""Publishing toolchain for newspapers and magazines: text repair, EPUB, PDF, archive."""
