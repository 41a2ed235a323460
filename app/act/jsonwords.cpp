// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/jsonwords.h"

#include <QCoreApplication>

namespace Switchboard::App {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonError", text);
}

} // namespace

QString jsonErrorWords(JsonError::Reason reason)
{
    using Reason = JsonError::Reason;
    switch (reason) {
    case Reason::ExpectedValue:
    case Reason::BadLiteral:
        return tr("expected true, false, null, a number, a string, { or [");
    case Reason::ExpectedKey:
        return tr("expected a key in double quotes");
    case Reason::ExpectedKeyOrEnd:
        return tr("expected a key in double quotes or }");
    case Reason::ExpectedColon:
        return tr("expected a colon");
    case Reason::ExpectedCommaOrEnd:
        return tr("expected a comma or the closing bracket");
    case Reason::BadNumber:
        return tr("this number is not written as JSON writes numbers");
    case Reason::BadEscape:
        return tr("expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four digits");
    case Reason::ControlCharacter:
        return tr("a string may not contain this character; write it with a backslash");
    case Reason::UnterminatedString:
        return tr("the string that starts here has no closing quote");
    case Reason::UnexpectedEnd:
        return tr("the text ends too early");
    case Reason::TrailingText:
        return tr("expected nothing more after the value");
    case Reason::TooDeep:
        return tr("too many levels; 64 is the limit");
    case Reason::TooManyNodes:
        return tr("too many values; 50,000 is the limit");
    }
    return {};
}

} // namespace Switchboard::App
