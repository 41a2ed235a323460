// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/replyreader.h"
#include "redis/url.h"

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace Switchboard::Test {

/**
 * A Redis that answers what the test wants, as badly as it wants.
 *
 * Behaves well by default: PING, CLIENT, INFO, SELECT, SUBSCRIBE and its kin, PUBLISH (nobody
 * listens). Commands arrive as arrays of text, which the product's own reader reads.
 */
class FakeRedis : public QTcpServer
{
public:
    /** Words in; bytes for the wire out. Nothing: the default answer. */
    using Handler = std::function<std::optional<QByteArray>(const QByteArrayList &)>;

    FakeRedis()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &FakeRedis::accept);
    }

    Redis::Url url() const
    {
        Redis::Url url;
        url.port = serverPort();
        return url;
    }

    void setHandler(Handler handler) { m_handler = std::move(handler); }

    /** To every connection, or to those that have subscribed to something. */
    void say(const QByteArray &bytes, bool onlySubscribed = false)
    {
        for (auto it = m_peers.cbegin(); it != m_peers.cend(); ++it) {
            if (!onlySubscribed || it.value()->subscribed) {
                it.key()->write(bytes);
            }
        }
    }

    void hangUp()
    {
        const auto sockets = m_peers.keys();
        for (QTcpSocket *socket : sockets) {
            socket->abort();
        }
    }

    int accepted = 0;
    QList<QByteArrayList> commands;

    static QByteArray defaultAnswer(const QByteArrayList &words)
    {
        const auto name = words.value(0).toUpper();
        if (name == "PING") {
            return "+PONG\r\n";
        }
        if (name == "INFO") {
            return "$23\r\nredis_version:7.0.15\r\nx\r\n";
        }
        if (name.endsWith("SUBSCRIBE")) {
            const auto kind = name.toLower();
            return "*3\r\n$" + QByteArray::number(kind.size()) + "\r\n" + kind + "\r\n$"
                + QByteArray::number(words[1].size()) + "\r\n" + words[1] + "\r\n:1\r\n";
        }
        return name == "PUBLISH" ? ":0\r\n" : "+OK\r\n";
    }

private:
    struct Peer
    {
        Redis::ReplyReader reader;
        bool subscribed = false;
    };

    void accept()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            ++accepted;
            const auto peer = std::make_shared<Peer>();
            m_peers.insert(socket, peer);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, peer] {
                peer->reader.feed(socket->readAll());
                while (const auto command = peer->reader.next()) {
                    QByteArrayList words;
                    for (const auto &item : command->items) {
                        words.append(item.text);
                    }
                    peer->subscribed |= words.value(0).endsWith("SUBSCRIBE");
                    commands.append(words);
                    const auto answer = m_handler ? m_handler(words) : std::nullopt;
                    socket->write(answer.value_or(defaultAnswer(words)));
                }
            });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_peers.remove(socket);
                socket->deleteLater();
            });
        }
    }

    Handler m_handler;
    QHash<QTcpSocket *, std::shared_ptr<Peer>> m_peers;
};

} // namespace Switchboard::Test
