"""Lines of Chinese and Japanese text as WeasyPrint lacks them: squeezed, justified, told aright."""
