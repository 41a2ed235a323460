// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace Switchboard::App {

/**
 * Something an operator should read, in words.
 *
 * The engine reports an id with arguments; the sentence is made here and nowhere else. Arguments
 * come from strangers and are made safe for display on the way in.
 */
struct Problem
{
    enum class Level : quint8 { Info, Warning, Error };

    QString id;
    Level level = Level::Warning;
    QString sentence;
    /** Label of what we can do about it, or empty. Whoever shows the problem knows the id. */
    QString action;
    QStringList arguments;

    /** Unknown ids become a sentence with the id and its arguments, so nothing gets lost. */
    static Problem fromReport(const QString &id, const QStringList &arguments);
};

} // namespace Switchboard::App
