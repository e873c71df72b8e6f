"""What editors do by the book, done in copies: each task ends green with only those files touched that the pages for editors name."""
