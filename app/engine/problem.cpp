// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/problem.h"

#include "format/displaysafe.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Switchboard::App {

namespace {

constexpr int maxArgumentChars = 120;

struct Text
{
    const char *id;
    Problem::Level level;
    const char *sentence;
    const char *action;
};

using enum Problem::Level;

constexpr std::array texts{
    Text{"port-taken", Error,
        QT_TRANSLATE_NOOP("Problem", "Port %1 is used by another program (%2, process %3)."),
        QT_TRANSLATE_NOOP("Problem", "Try again")},
    Text{"port-denied", Error,
        QT_TRANSLATE_NOOP("Problem", "Port %1 needs administrator rights. Ports from 1024 do not."),
        QT_TRANSLATE_NOOP("Problem", "Use 3000")},
    Text{"bind-failed", Error,
        QT_TRANSLATE_NOOP("Problem", "The address %1 is not on this computer any more."), ""},
    Text{"client-eio3", Warning,
        QT_TRANSLATE_NOOP("Problem",
            "A Socket.IO 2 client tried to connect from %1. This server speaks version 4."),
        ""},
    Text{"client-newer", Warning,
        QT_TRANSLATE_NOOP(
            "Problem", "A client asked for protocol %1, which this version does not know."),
        ""},
    Text{"cors", Warning,
        QT_TRANSLATE_NOOP("Problem", "Blocked a page from %1. Its origin is not allowed."),
        QT_TRANSLATE_NOOP("Problem", "Allow this origin")},
    Text{"path", Warning,
        QT_TRANSLATE_NOOP("Problem", "Someone asked for %1. Socket.IO listens on %2."), ""},
    Text{"no-namespace", Warning,
        QT_TRANSLATE_NOOP("Problem", "%1 tried to join namespace %2, which does not exist."), ""},
    Text{"refused", Warning,
        QT_TRANSLATE_NOOP("Problem", "%1 was refused by the connection handler: “%2”."),
        QT_TRANSLATE_NOOP("Problem", "Show traffic")},
    Text{"too-large", Error,
        QT_TRANSLATE_NOOP("Problem", "%1 sent %2, the limit is %3. It was disconnected."), ""},
    Text{"parse", Error,
        QT_TRANSLATE_NOOP("Problem", "A packet from %1 could not be read at byte %2."), ""},
    Text{"protocol", Error,
        QT_TRANSLATE_NOOP("Problem", "%1 broke the protocol: %2. It was disconnected."), ""},
    Text{"host", Warning,
        QT_TRANSLATE_NOOP(
            "Problem", "Blocked a request for %1, a name this server does not go by."),
        ""},
    Text{"localhost-taken", Warning,
        QT_TRANSLATE_NOOP("Problem",
            "%1 port %2 belongs to another program (%3). Clients that take localhost for that "
            "address reach the other program."),
        ""},
    Text{"ping-timeout", Warning,
        QT_TRANSLATE_NOOP("Problem",
            "%1 did not answer for %2. It was disconnected. Sleeping phones and stopped debuggers "
            "do this."),
        ""},
    Text{"slow-loop", Warning, QT_TRANSLATE_NOOP("Problem", "The server was busy for %1."), ""},
    Text{"no-lan", Warning,
        QT_TRANSLATE_NOOP("Problem", "This computer has no network address other devices can use."),
        ""},
    Text{"no-browser", Warning,
        QT_TRANSLATE_NOOP("Problem", "No browser could be started. Open this address yourself: %1"),
        QT_TRANSLATE_NOOP("Problem", "Copy")},
    Text{"disk", Error, QT_TRANSLATE_NOOP("Problem", "The file %1 could not be saved: %2."), ""},
    Text{"reactions", Error,
        QT_TRANSLATE_NOOP("Problem", "The reactions file could not be used: %1"), ""},
    Text{"folder", Error, QT_TRANSLATE_NOOP("Problem", "The folder could not be served: %1"), ""},
};

QString translated(const char *text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("Problem", text);
}

} // namespace

Problem Problem::fromReport(const QString &id, const QStringList &arguments)
{
    const auto text = std::find_if(texts.begin(), texts.end(),
        [&](const Text &candidate) { return id == QLatin1StringView(candidate.id); });
    QStringList safe;
    for (const QString &argument : arguments) {
        safe.append(displaySafe(argument, maxArgumentChars));
    }
    if (text == texts.end()) {
        return {id, Warning, QString(displaySafe(id, maxArgumentChars) + u": " + safe.join(u", ")),
            {}, arguments};
    }
    QString sentence = translated(text->sentence);
    // One pass over the template: an argument that contains %2 stays what it is.
    QString filled;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const bool isPlace
            = sentence.at(at) == u'%' && at + 1 < sentence.size() && sentence.at(at + 1).isDigit();
        if (!isPlace) {
            filled += sentence.at(at);
            continue;
        }
        filled += safe.value(sentence.at(++at).digitValue() - 1, QStringLiteral("–"));
    }
    return {id, text->level, filled, translated(text->action), arguments};
}

} // namespace Switchboard::App
