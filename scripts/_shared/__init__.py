"""What commands share: the way into their environment, browsers, pages to serve, sentences for people.

What is imported before the environment is entered uses the standard library alone.
"""
