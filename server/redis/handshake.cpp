// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/handshake.h"

namespace Switchboard::Redis {

QList<QByteArrayList> handshakeCommands(const Url &url)
{
    QList<QByteArrayList> commands;
    if (!url.password.isEmpty()) {
        commands.append(url.user.isEmpty() ? QByteArrayList{"AUTH", url.password}
                                           : QByteArrayList{"AUTH", url.user, url.password});
    }
    commands.append(QByteArrayList{"PING"});
    commands.append(QByteArrayList{"CLIENT", "SETNAME", "switchboard"});
    commands.append(QByteArrayList{"INFO", "server"});
    if (url.database != 0) {
        commands.append(QByteArrayList{"SELECT", QByteArray::number(url.database)});
    }
    return commands;
}

std::optional<Failure> judgeHandshake(const QByteArrayList &command, const Reply &reply)
{
    const auto &name = command.front();
    const auto &text = reply.text;
    const auto failure = [&](Cause cause) {
        return Failure{cause, forbiddenCommand(text, name), QString::fromUtf8(text)};
    };
    const bool isFit = name == "INFO" ? reply.isText()
        : name == "PING"              ? reply.isStatus("PONG")
                                      : reply.isStatus("OK");
    if (isFit) {
        return {};
    }
    if (!reply.isError()) {
        return Failure{Cause::Hostile, name, QStringLiteral("unexpected answer")};
    }
    if (text.startsWith("NOAUTH") || text.startsWith("WRONGPASS") || name == "AUTH") {
        return failure(Cause::WrongPassword);
    }
    if (text.startsWith("LOADING")) {
        return failure(Cause::Loading);
    }
    if (text.startsWith("DENIED") || text.startsWith("ERR max number of clients")) {
        return failure(Cause::Refused);
    }
    if (name == "SELECT") {
        return failure(text.startsWith("NOPERM") ? Cause::NoPermission : Cause::NoSuchDatabase);
    }
    return {};
}

ServerInfo readServerInfo(const Reply &reply)
{
    ServerInfo info;
    if (!reply.isText()) {
        return info;
    }
    constexpr qsizetype longestVersion = 32;
    for (const auto &line : reply.text.split('\n')) {
        if (line.startsWith("redis_version:")) {
            info.version = line.sliced(14).trimmed().first(
                std::min(longestVersion, line.sliced(14).trimmed().size()));
        } else if (line.startsWith("redis_mode:")) {
            info.isCluster = line.sliced(11).trimmed() == "cluster";
        }
    }
    return info;
}

} // namespace Switchboard::Redis
