"""
Answers of many people: a row per respondent (wide) or per answer (long), from a file or a data frame.

Rows are read one by one and kept as bytes, so that ten thousand people take no more room than their
answers do.
"""

from lerendwerk_core.sources.answers.blank import CsvQuestionnaire
from lerendwerk_core.sources.answers.csv_file import CsvAnswers
from lerendwerk_core.sources.answers.join import AnswersJoiner
from lerendwerk_core.sources.answers.tables import answers_from_table

__all__ = ["AnswersJoiner", "CsvAnswers", "CsvQuestionnaire", "answers_from_table"]
