// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/serverconfig.h"

#include <limits>
#include <type_traits>

namespace Switchboard {

namespace {

using std::chrono::milliseconds;

/** One key: how to read it into a config and how to write it out again. */
struct Setting
{
    const char *key;
    /** Empty when the value was taken, else what would have been right: "a whole number". */
    QString (*read)(ServerConfig &config, const QString &value);
    QString (*write)(const ServerConfig &config);
};

QString wholeNumber(qint64 &to, const QString &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < least || number > most) {
        return QStringLiteral("a whole number from %1 to %2").arg(least).arg(most);
    }
    to = number;
    return {};
}

template <typename Value> QString readValue(Value &to, const QString &text)
{
    if constexpr (std::is_same_v<Value, bool>) {
        if (text != QLatin1String("true") && text != QLatin1String("false")) {
            return QStringLiteral("true or false");
        }
        to = text == QLatin1String("true");
        return {};
    } else if constexpr (std::is_same_v<Value, QByteArrayList>) {
        to.clear();
        for (const QString &item : text.split(u',', Qt::SkipEmptyParts)) {
            to.append(item.trimmed().toUtf8());
        }
        return {};
    } else {
        // A day in milliseconds, a gigabyte, a million of anything: more is a slip of the finger.
        constexpr qint64 most = std::is_same_v<Value, int> ? 1'000'000 : 1'000'000'000;
        qint64 number = 0;
        const QString wanted = wholeNumber(number, text, 0, most);
        if (wanted.isEmpty()) {
            to = Value(static_cast<typename std::conditional_t<std::is_same_v<Value, milliseconds>,
                    std::type_identity<milliseconds::rep>, std::type_identity<Value>>::type>(
                number));
        }
        return wanted;
    }
}

template <typename Value> QString writeValue(const Value &value)
{
    if constexpr (std::is_same_v<Value, bool>) {
        return value ? QStringLiteral("true") : QStringLiteral("false");
    } else if constexpr (std::is_same_v<Value, QByteArrayList>) {
        return QString::fromUtf8(value.join(','));
    } else if constexpr (std::is_same_v<Value, milliseconds>) {
        return QString::number(value.count());
    } else {
        return QString::number(value);
    }
}

template <auto Member> constexpr Setting plain(const char *key)
{
    return {key,
        [](ServerConfig &config, const QString &text) { return readValue(config.*Member, text); },
        [](const ServerConfig &config) { return writeValue(config.*Member); }};
}

template <auto Member> constexpr Setting limit(const char *key)
{
    return {key,
        [](ServerConfig &config, const QString &text) {
            return readValue(config.limits.*Member, text);
        },
        [](const ServerConfig &config) { return writeValue(config.limits.*Member); }};
}

QString readPath(ServerConfig &config, const QString &text)
{
    QByteArray path = text.toUtf8();
    while (path.size() > 1 && path.endsWith('/')) {
        path.chop(1);
    }
    if (!path.startsWith('/') || path.size() < 2 || path.contains('?') || path.contains('#')) {
        return QStringLiteral("a path such as /socket.io");
    }
    config.path = path;
    return {};
}

QString readTransports(ServerConfig &config, const QString &text)
{
    bool polling = false;
    bool webSocket = false;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        if (name.trimmed() == QLatin1String("polling")) {
            polling = true;
        } else if (name.trimmed() == QLatin1String("websocket")) {
            webSocket = true;
        } else {
            return QStringLiteral("polling, websocket or both");
        }
    }
    if (!polling && !webSocket) {
        return QStringLiteral("polling, websocket or both");
    }
    config.pollingTransport = polling;
    config.webSocketTransport = webSocket;
    return {};
}

QString writeTransports(const ServerConfig &config)
{
    QStringList names;
    if (config.pollingTransport) {
        names += QStringLiteral("polling");
    }
    if (config.webSocketTransport) {
        names += QStringLiteral("websocket");
    }
    return names.join(u',');
}

QString readCookie(ServerConfig &config, const QString &text)
{
    if (text == QLatin1String("false")) {
        config.cookie.reset();
        return {};
    }
    CookieConfig cookie;
    if (text != QLatin1String("true")) {
        cookie.name = text.toUtf8();
    }
    for (const char c : std::as_const(cookie.name)) {
        if (c <= ' ' || c > '~' || QByteArrayView("()<>@,;:\\\"/[]?={}").contains(c)) {
            return QStringLiteral("true, false or a cookie name");
        }
    }
    if (cookie.name.isEmpty()) {
        return QStringLiteral("true, false or a cookie name");
    }
    config.cookie = cookie;
    return {};
}

QString readCors(ServerConfig &config, const QString &text)
{
    if (text == QLatin1String("false")) {
        config.cors.origins.clear();
        return {};
    }
    return readValue(config.cors.origins, text);
}

constexpr Setting table[] = {
    {"path", readPath, [](const ServerConfig &c) { return QString::fromUtf8(c.path); }},
    plain<&ServerConfig::addTrailingSlash>("addTrailingSlash"),
    plain<&ServerConfig::pingInterval>("pingInterval"),
    plain<&ServerConfig::pingTimeout>("pingTimeout"),
    plain<&ServerConfig::upgradeTimeout>("upgradeTimeout"),
    plain<&ServerConfig::maxHttpBufferSize>("maxHttpBufferSize"),
    {"transports", readTransports, writeTransports},
    plain<&ServerConfig::allowUpgrades>("allowUpgrades"),
    plain<&ServerConfig::destroyUpgrade>("destroyUpgrade"),
    plain<&ServerConfig::destroyUpgradeTimeout>("destroyUpgradeTimeout"),
    {"cookie", readCookie,
        [](const ServerConfig &c) {
            return c.cookie ? QString::fromUtf8(c.cookie->name) : QStringLiteral("false");
        }},
    plain<&ServerConfig::httpCompression>("httpCompression"),
    plain<&ServerConfig::httpCompressionThreshold>("httpCompressionThreshold"),
    {"cors", readCors, [](const ServerConfig &c) { return writeValue(c.cors.origins); }},
    {"corsCredentials",
        [](ServerConfig &c, const QString &text) { return readValue(c.cors.credentials, text); },
        [](const ServerConfig &c) { return writeValue(c.cors.credentials); }},
    plain<&ServerConfig::connectTimeout>("connectTimeout"),
    plain<&ServerConfig::serveClient>("serveClient"),
    plain<&ServerConfig::cleanupEmptyChildNamespaces>("cleanupEmptyChildNamespaces"),
    plain<&ServerConfig::acceptAnyNamespace>("acceptAnyNamespace"),
    plain<&ServerConfig::allowedHosts>("allowedHosts"),
    plain<&ServerConfig::allowedOrigins>("allowedOrigins"),
    plain<&ServerConfig::allowNullOrigin>("allowNullOrigin"),
    limit<&Limits::connections>("limits.connections"),
    limit<&Limits::connectionsPerAddress>("limits.connectionsPerAddress"),
    limit<&Limits::listenBacklog>("limits.listenBacklog"),
    limit<&Limits::acceptsPerTurn>("limits.acceptsPerTurn"),
    limit<&Limits::requestLine>("limits.requestLine"),
    limit<&Limits::headerBytes>("limits.headerBytes"),
    limit<&Limits::headerCount>("limits.headerCount"),
    limit<&Limits::headerTime>("limits.headerTime"),
    limit<&Limits::bodyTime>("limits.bodyTime"),
    limit<&Limits::bodyBytesPerSecond>("limits.bodyBytesPerSecond"),
    limit<&Limits::bodyGrace>("limits.bodyGrace"),
    limit<&Limits::keepAliveIdle>("limits.keepAliveIdle"),
    limit<&Limits::requestsPerConnection>("limits.requestsPerConnection"),
    limit<&Limits::writeStall>("limits.writeStall"),
    limit<&Limits::chunkHeader>("limits.chunkHeader"),
    limit<&Limits::messageFragments>("limits.messageFragments"),
    limit<&Limits::messageTime>("limits.messageTime"),
    limit<&Limits::controlFramesPerSecond>("limits.controlFramesPerSecond"),
    limit<&Limits::controlFramesBurst>("limits.controlFramesBurst"),
    limit<&Limits::closeHandshake>("limits.closeHandshake"),
    limit<&Limits::sendQueueSoft>("limits.sendQueueSoft"),
    limit<&Limits::sendQueueHigh>("limits.sendQueueHigh"),
    limit<&Limits::sendQueueHighTime>("limits.sendQueueHighTime"),
    limit<&Limits::sendQueueHard>("limits.sendQueueHard"),
    limit<&Limits::sendQueuesTogether>("limits.sendQueuesTogether"),
    limit<&Limits::packetsPerPayload>("limits.packetsPerPayload"),
    limit<&Limits::firstFollowUp>("limits.firstFollowUp"),
    limit<&Limits::neverFollowedSessions>("limits.neverFollowedSessions"),
    limit<&Limits::handshakesPerSecond>("limits.handshakesPerSecond"),
    limit<&Limits::handshakesBurst>("limits.handshakesBurst"),
    limit<&Limits::handshakesPerSecondPerAddress>("limits.handshakesPerSecondPerAddress"),
    limit<&Limits::handshakesBurstPerAddress>("limits.handshakesBurstPerAddress"),
    limit<&Limits::probesPerSession>("limits.probesPerSession"),
    limit<&Limits::namespacesPerClient>("limits.namespacesPerClient"),
    limit<&Limits::dynamicNamespaces>("limits.dynamicNamespaces"),
    limit<&Limits::namespaceName>("limits.namespaceName"),
    limit<&Limits::roomsPerSocket>("limits.roomsPerSocket"),
    limit<&Limits::roomsTotal>("limits.roomsTotal"),
    limit<&Limits::roomName>("limits.roomName"),
    limit<&Limits::eventName>("limits.eventName"),
    limit<&Limits::attachments>("limits.attachments"),
    limit<&Limits::attachmentTime>("limits.attachmentTime"),
    {"limits.jsonDepth",
        [](ServerConfig &c, const QString &text) { return readValue(c.limits.json.depth, text); },
        [](const ServerConfig &c) { return writeValue(c.limits.json.depth); }},
    {"limits.jsonNodes",
        [](ServerConfig &c, const QString &text) { return readValue(c.limits.json.nodes, text); },
        [](const ServerConfig &c) { return writeValue(c.limits.json.nodes); }},
    limit<&Limits::acksPerSocket>("limits.acksPerSocket"),
    limit<&Limits::ackWait>("limits.ackWait"),
    limit<&Limits::bytesPerTurn>("limits.bytesPerTurn"),
    limit<&Limits::packetsPerTurn>("limits.packetsPerTurn"),
    limit<&Limits::authBytes>("limits.authBytes"),
};

} // namespace

Limits Limits::lan()
{
    Limits limits;
    limits.connections = 2'000;
    limits.connectionsPerAddress = 256;
    limits.handshakesPerSecondPerAddress = 20;
    limits.handshakesBurstPerAddress = 100;
    return limits;
}

Result<bool, ServerConfig::SettingError> ServerConfig::set(const QString &key, const QString &value)
{
    for (const Setting &setting : table) {
        if (key == QLatin1String(setting.key)) {
            const QString wanted = setting.read(*this, value);
            if (wanted.isEmpty()) {
                return true;
            }
            return SettingError{QStringLiteral("%1=%2: expected %3.").arg(key, value, wanted)};
        }
    }
    return SettingError{QStringLiteral("There is no option %1.").arg(key)};
}

QList<std::pair<QString, QString>> ServerConfig::settings() const
{
    QList<std::pair<QString, QString>> all;
    for (const Setting &setting : table) {
        all.append({QString::fromLatin1(setting.key), setting.write(*this)});
    }
    return all;
}

} // namespace Switchboard
