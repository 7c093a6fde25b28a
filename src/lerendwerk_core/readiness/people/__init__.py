"""What may be told of answers of people: of every hidden count somebody could have answered otherwise."""
