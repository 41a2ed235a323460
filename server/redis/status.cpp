// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/status.h"

namespace Switchboard::Redis {

namespace {

using namespace Qt::StringLiterals;

QString seconds(std::chrono::milliseconds time)
{
    return QString::number((time.count() + 999) / 1000);
}

QString userName(const QByteArray &user)
{
    return user.isEmpty() ? u"default"_s : QString::fromUtf8(user);
}

QString causeSentence(const Status &status)
{
    const auto &server = status.server;
    switch (status.cause) {
    case Cause::None:
        return {};
    case Cause::Refused:
    case Cause::Timeout:
        return u"Redis at %1 does not answer."_s.arg(server);
    case Cause::HostUnknown:
        return u"The host of %1 is not known."_s.arg(server);
    case Cause::Lost:
        return u"The connection to Redis was lost. Messages in between are not delivered later."_s;
    case Cause::TlsError:
        return u"No secure connection to %1: %2."_s.arg(server, status.detail);
    case Cause::WrongPassword:
        return u"Redis refused the password for %1."_s.arg(server);
    case Cause::NoPermission:
        return u"Redis user %1 may not run %2."_s.arg(
            userName(status.user), QString::fromUtf8(status.command));
    case Cause::NoSuchDatabase:
        return u"Redis at %1 does not have this database."_s.arg(server);
    case Cause::Loading:
        return u"Redis at %1 is loading its data."_s.arg(server);
    case Cause::Hostile:
        return u"What answers at %1 does not speak like Redis."_s.arg(server);
    }
    return {};
}

} // namespace

QString Status::sentence() const
{
    switch (state) {
    case State::Off:
        return u"Redis is off."_s;
    case State::Connecting:
        return u"Connecting to %1."_s.arg(server);
    case State::Connected:
        return isCluster ? u"This is a Redis Cluster. Normal Pub/Sub works on any node, sharded "
                           u"channels are not supported."_s
                         : u"Connected to %1."_s.arg(server);
    case State::Reconnecting:
        return causeSentence(*this) + u" Trying again in %1 s."_s.arg(seconds(retryIn));
    case State::Stopped:
        return causeSentence(*this);
    }
    return {};
}

Problem Status::problem() const
{
    if (state == State::Connected) {
        return isCluster ? Problem{u"redis-cluster"_s, {}} : Problem{};
    }
    switch (cause) {
    case Cause::None:
        return {};
    case Cause::WrongPassword:
        return {u"redis-auth"_s, {server}};
    case Cause::NoPermission:
        return {u"redis-noperm"_s, {userName(user), QString::fromUtf8(command)}};
    case Cause::Lost:
    case Cause::Hostile:
        return {u"redis-lost"_s, {seconds(retryIn)}};
    default:
        return {u"redis-refused"_s, {server}};
    }
}

QByteArray forbiddenCommand(QByteArrayView error, QByteArrayView sent)
{
    // "NOPERM ... has no permissions to run the 'subscribe' command"; other NOPERM errors, of
    // channels and keys, name nothing.
    const auto from = error.indexOf('\'');
    const auto to = from < 0 ? -1 : error.indexOf('\'', from + 1);
    const auto name = to < 0 ? sent : error.sliced(from + 1, to - from - 1);
    return name.toByteArray().toUpper();
}

} // namespace Switchboard::Redis
