"""The built site in real browsers: each journey is written once and runs in Chromium and Firefox, from a folder and over http."""
