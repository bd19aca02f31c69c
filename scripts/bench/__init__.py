"""What maintainers run: measuring, judging, fuzzing; and the packages of these commands."""
