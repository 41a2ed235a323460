// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/englishplurals.h"

namespace Switchboard::App {

QString EnglishPlurals::translate(const char *, const char *source, const char *, int n) const
{
    // A null text tells Qt to use the source.
    if (n < 0 || !source) {
        return {};
    }
    return QString::fromUtf8(source).replace(
        QLatin1StringView("(s)"), n == 1 ? QString() : QStringLiteral("s"));
}

} // namespace Switchboard::App
