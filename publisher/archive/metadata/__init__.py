"""What libraries read: the issue as Dublin Core, MODS and PREMIS, each article as JATS."""
