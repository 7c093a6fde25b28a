"""Answers from Excel, and questionnaires as XLSForm."""

from __future__ import annotations

from collections.abc import Iterable

import lerendwerk_core as lw
from lerendwerk_core.model.contracts import AnswerReader, QuestionnaireWriter
from lerendwerk_xlsx.form import XlsForm
from lerendwerk_xlsx.read import XlsxAnswers


@lw.hookimpl
def lerendwerk_provide_answer_readers() -> Iterable[AnswerReader]:
    """Offer the reader of workbooks."""
    return (XlsxAnswers(),)


@lw.hookimpl
def lerendwerk_provide_questionnaire_writers() -> Iterable[QuestionnaireWriter]:
    """Offer questionnaires as XLSForm."""
    return (XlsForm(),)
