// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/url.h"

#include <QHostAddress>

#include <optional>

namespace Switchboard::Redis {

namespace {

using namespace Qt::StringLiterals;

UrlError error(const char16_t *sentence)
{
    return {QString::fromUtf16(sentence)};
}

std::optional<int> number(QStringView text, int largest)
{
    bool isNumber = !text.isEmpty();
    for (const QChar c : text) {
        isNumber = isNumber && c >= u'0' && c <= u'9';
    }
    const int value = isNumber ? text.toInt(&isNumber) : 0;
    return isNumber && value <= largest ? std::optional(value) : std::nullopt;
}

/** Redis numbers its databases by an int; nobody has this many. */
constexpr int largestDatabase = 1'000'000;

/** Cuts "user:password@" from the front of @p rest. */
void takeUser(QStringView &rest, Url &url)
{
    const auto path = rest.indexOf(u'/');
    const auto at = rest.first(path < 0 ? rest.size() : path).lastIndexOf(u'@');
    if (at < 0) {
        return;
    }
    const auto info = rest.first(at);
    const auto colon = info.indexOf(u':');
    const auto decoded
        = [](QStringView part) { return QByteArray::fromPercentEncoding(part.toUtf8()); };
    url.user = decoded(colon < 0 ? info : info.first(colon));
    url.password = colon < 0 ? QByteArray() : decoded(info.sliced(colon + 1));
    rest = rest.sliced(at + 1);
}

std::optional<UrlError> readHost(QStringView place, Url &url)
{
    auto portAt = place.lastIndexOf(u':');
    if (place.startsWith(u'[')) {
        const auto end = place.indexOf(u']');
        if (end < 0) {
            return error(u"The closing ] of the IPv6 address is missing.");
        }
        url.host = place.sliced(1, end - 1).toString();
        portAt = end + 1 < place.size() ? end + 1 : -1;
        if (QHostAddress(url.host).protocol() != QAbstractSocket::IPv6Protocol
            || (portAt >= 0 && place[portAt] != u':')) {
            return error(
                u"The part in [ ] must be an IPv6 address, followed by nothing or a port.");
        }
    } else {
        url.host = place.first(portAt < 0 ? place.size() : portAt).toString();
    }
    if (url.host.isEmpty()) {
        return error(u"The host is missing.");
    }
    for (const QChar c : url.host) {
        if (c.isSpace() || c < u' ' || u"/?#@\\\"<>"_s.contains(c)) {
            return error(u"The host has a character that no host name has.");
        }
    }
    if (portAt >= 0) {
        const auto port = number(place.sliced(portAt + 1), 65'535);
        if (!port || *port == 0) {
            return error(u"The port must be a number from 1 to 65535.");
        }
        url.port = static_cast<quint16>(*port);
    }
    return {};
}

std::optional<UrlError> readDatabase(QStringView text, Url &url)
{
    const auto database = number(text, largestDatabase);
    if (!database) {
        return error(u"The database must be a number, such as 0.");
    }
    url.database = *database;
    return {};
}

std::optional<UrlError> readNetwork(QStringView rest, Url &url)
{
    const auto slash = rest.indexOf(u'/');
    if (const auto wrong = readHost(rest.first(slash < 0 ? rest.size() : slash), url)) {
        return wrong;
    }
    if (slash < 0 || slash + 1 == rest.size()) {
        return {};
    }
    return readDatabase(rest.sliced(slash + 1), url);
}

std::optional<UrlError> readUnix(QStringView rest, Url &url)
{
    const auto query = rest.indexOf(u'?');
    url.path = rest.first(query < 0 ? rest.size() : query).toString();
    if (!url.path.startsWith(u'/') || url.path.contains(QChar::Null)) {
        return error(u"The path of the socket must begin with /.");
    }
    if (query < 0) {
        return {};
    }
    const auto option = rest.sliced(query + 1);
    if (!option.startsWith(u"db=")) {
        return error(u"Only ?db=number may follow the path of the socket.");
    }
    return readDatabase(option.sliced(3), url);
}

} // namespace

Result<Url, UrlError> parseUrl(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u"redis+sentinel:")) {
        return error(u"Sentinel is not supported. Enter the address of the master itself.");
    }
    const auto scheme = text.indexOf(u"://");
    const auto name = scheme < 0 ? QStringView() : text.first(scheme);
    Url url;
    if (name == u"rediss") {
        url.scheme = Url::Scheme::Tls;
    } else if (name == u"unix") {
        url.scheme = Url::Scheme::Unix;
        url.host.clear();
    } else if (name != u"redis") {
        return error(u"The address must begin with redis://, rediss:// or unix://.");
    }
    auto rest = text.sliced(scheme + 3);
    takeUser(rest, url);
    const auto wrong
        = url.scheme == Url::Scheme::Unix ? readUnix(rest, url) : readNetwork(rest, url);
    if (wrong) {
        return *wrong;
    }
    return url;
}

QString Url::shown() const
{
    const auto at = user.isEmpty() ? QString() : QString::fromUtf8(user) + u'@';
    if (scheme == Scheme::Unix) {
        return u"unix://"_s + at + path
            + (database == 0 ? QString() : u"?db="_s + QString::number(database));
    }
    const auto place = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return (scheme == Scheme::Tls ? u"rediss://"_s : u"redis://"_s) + at + place + u':'
        + QString::number(port) + u'/' + QString::number(database);
}

bool Url::isThisComputer() const
{
    return scheme == Scheme::Unix || host == u"localhost" || QHostAddress(host).isLoopback();
}

} // namespace Switchboard::Redis
