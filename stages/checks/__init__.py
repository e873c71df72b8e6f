"""What must hold in content/, docs/ and mkdocs.yml, each finding with its file and line."""
