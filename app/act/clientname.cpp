// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/clientname.h"

#include "core/jsonscanner.h"
#include "format/displaysafe.h"
#include "format/format.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace Switchboard::App {

namespace {

constexpr int maxNameChars = 60;

struct Mark
{
    const char *token;
    const char *name;
};

// Order matters: every browser also claims to be those that came before it.
constexpr std::array programs{
    Mark{"Edg/", "Edge"},
    Mark{"OPR/", "Opera"},
    Mark{"SamsungBrowser/", "Samsung Internet"},
    Mark{"Firefox/", "Firefox"},
    Mark{"FxiOS/", "Firefox"},
    Mark{"CriOS/", "Chrome"},
    Mark{"HeadlessChrome/", "Chrome"},
    Mark{"Chrome/", "Chrome"},
    Mark{"Safari/", "Safari"},
    Mark{"python", "Python"},
    Mark{"aiohttp", "Python"},
    Mark{"okhttp", "Java"},
    Mark{"Dart/", "Dart"},
    Mark{"CFNetwork", "Swift"},
    Mark{"websocketpp", "C++"},
    Mark{"Qt/", "Qt"},
    Mark{"node", "Node"},
    Mark{"curl/", "curl"},
};
constexpr std::array systems{
    Mark{"Android", "Android"},
    Mark{"iPhone", "iPhone"},
    Mark{"iPad", "iPad"},
    Mark{"Windows", "Windows"},
    Mark{"Mac OS X", "macOS"},
    Mark{"CrOS", "ChromeOS"},
    Mark{"Linux", "Linux"},
};

template <std::size_t size>
QString firstMatch(const std::array<Mark, size> &marks, QByteArrayView text)
{
    for (const Mark &mark : marks) {
        if (text.contains(mark.token)) {
            return QString::fromLatin1(mark.name);
        }
    }
    return {};
}

/** A string, or a number or word as it is written; nothing for objects, arrays and null. */
QByteArray scalarMember(const QByteArray &object, QByteArrayView key)
{
    const auto value = Json::member(object, key);
    if (!value || value->isEmpty()) {
        return {};
    }
    const char first = value->front();
    if (first == '"') {
        return Json::decodeString(*value);
    }
    return first == '{' || first == '[' || first == 'n' ? QByteArray() : value->toByteArray();
}

QByteArray givenName(const ClientInfo &client)
{
    for (const MembershipInfo &membership : client.memberships) {
        for (const char *key : {"name", "user", "username"}) {
            const QByteArray name = scalarMember(membership.auth, key);
            if (!name.isEmpty()) {
                return name;
            }
        }
    }
    const QUrlQuery query(QUrl(QString::fromUtf8(client.target)));
    const QString queryName = query.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded);
    if (!queryName.isEmpty()) {
        return queryName.toUtf8();
    }
    for (const MembershipInfo &membership : client.memberships) {
        const QByteArray name = scalarMember(membership.data, "name");
        if (!name.isEmpty()) {
            return name;
        }
    }
    return {};
}

QByteArray userAgent(const ClientInfo &client)
{
    for (const auto &[name, value] : client.headers) {
        if (name.compare("user-agent", Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

} // namespace

QString programName(QByteArrayView userAgent)
{
    const QString program = firstMatch(programs, userAgent);
    const QString system = firstMatch(systems, userAgent);
    if (program.isEmpty()) {
        return system;
    }
    return system.isEmpty()
        ? program
        : QCoreApplication::translate("ClientName", "%1 on %2").arg(program, system);
}

QString clientName(const ClientInfo &client)
{
    const QByteArray given = givenName(client);
    if (!given.isEmpty()) {
        return displaySafe(given, maxNameChars);
    }
    const QString program = programName(userAgent(client));
    return program.isEmpty() ? Format::shortId(QString::fromUtf8(client.sid)) : program;
}

} // namespace Switchboard::App
