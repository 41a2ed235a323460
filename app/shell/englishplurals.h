// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTranslator>

namespace Switchboard::App {

/**
 * The source texts' own plurals: "%n client(s)" reads "1 client" and "2 clients".
 *
 * Installed first, so that a real translation comes before it.
 */
class EnglishPlurals : public QTranslator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnglishPlurals)

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(
        const char *context, const char *source, const char *disambiguation, int n) const override;
};

} // namespace Switchboard::App
