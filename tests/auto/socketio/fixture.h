// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "adapters/inmemoryadapter.h"
#include "core/clock.h"
#include "core/serverconfig.h"
#include "engineio/server.h"
#include "net/httpserver.h"
#include "net/reactor.h"
#include "socketio/server.h"
#include "traffic/tap.h"
#include "traffic/trafficring.h"

#include <QTest>
#include <QWebSocket>

#include <chrono>
#include <functional>
#include <memory>

namespace Switchboard::SocketIo {

/**
 * A client that speaks the wire protocol by hand, over Qt's own WebSocket.
 *
 * Socket.IO packets are sent and kept without the "4" of Engine.IO; attachments as "b:" and bytes.
 */
class Peer
{
public:
    explicit Peer(quint16 port)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
            [this](const QString &text) { take(text.toUtf8()); });
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket,
            [this](const QByteArray &bytes) { m_received.append("b:" + bytes); });
        m_socket.open(
            QUrl(QStringLiteral("ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket&who=me")
                     .arg(port)));
    }

    void send(const QByteArray &packet)
    {
        m_socket.sendTextMessage(QString::fromUtf8('4' + packet));
    }

    void sendBinary(const QByteArray &bytes) { m_socket.sendBinaryMessage(bytes); }

    /** The next packet, or "nothing" when none comes. */
    QByteArray next()
    {
        return QTest::qWaitFor([this] { return !m_received.isEmpty(); }) ? m_received.takeFirst()
                                                                         : QByteArray("nothing");
    }

    /** Everything that came before the answer to an event sent now. */
    QByteArrayList settle()
    {
        const QByteArray answer = "3987654321[]";
        send("2987654321[\"settle\"]");
        if (!QTest::qWaitFor([&] { return m_received.contains(answer); })) {
            return {"no answer"};
        }
        const auto end = m_received.indexOf(answer);
        const auto before = m_received.first(end);
        m_received = m_received.sliced(end + 1);
        return before;
    }

    bool waitForOpen()
    {
        return QTest::qWaitFor([this] { return m_isOpen; });
    }

    bool waitForClose()
    {
        return QTest::qWaitFor(
            [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
    }

    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    void abort() { m_socket.abort(); }

    /** The id in the last CONNECT reply. */
    QByteArray sid;

private:
    void take(const QByteArray &text)
    {
        m_isOpen = m_isOpen || text.startsWith('0');
        if (text.startsWith('4')) {
            m_received.append(text.sliced(1));
        }
    }

    QWebSocket m_socket;
    QByteArrayList m_received;
    bool m_isOpen = false;
};

/**
 * A whole server on a loopback port, on a clock that only moves when told.
 *
 * Its end disconnects everybody: declare what disconnect and ack handlers capture before it.
 */
class SocketIoFixture
{
public:
    explicit SocketIoFixture(const std::function<void(ServerConfig &)> &configure = {})
        : config(configured(configure))
        , tap(clock)
        , reactor(Net::Reactor::create(&clock))
        , io(*reactor, config, tap, InMemoryAdapter::factory())
        , engine(*reactor, config, io, tap)
        , http(*reactor, config, engine)
    {
        const auto listening = http.listen(QHostAddress(QHostAddress::LocalHost), 0);
        port = listening ? *listening : 0;
        io.on("settle", [](Socket &, const Event &event) { event.ack(); });
    }

    /** An open connection that has joined nothing, or nullptr. */
    std::unique_ptr<Peer> open() const
    {
        auto peer = std::make_unique<Peer>(port);
        return peer->waitForOpen() ? std::move(peer) : nullptr;
    }

    /** A client in @p nsp, or nullptr. */
    std::unique_ptr<Peer> join(const QByteArray &nsp = "/", const QByteArray &auth = {}) const
    {
        auto peer = open();
        return peer && enter(*peer, nsp, auth) ? std::move(peer) : nullptr;
    }

    static bool enter(Peer &peer, const QByteArray &nsp, const QByteArray &auth = {})
    {
        const QByteArray prefix = nsp == "/" ? QByteArray("0") : "0" + nsp + ',';
        peer.send(prefix + auth);
        const QByteArray reply = peer.next();
        const QByteArray head = prefix + "{\"sid\":\"";
        if (!reply.startsWith(head) || reply.size() != head.size() + Sid::length + 2) {
            return false;
        }
        peer.sid = reply.sliced(head.size(), Sid::length);
        return true;
    }

    Socket *socket(const Peer &peer, QByteArrayView nsp = "/") const
    {
        Namespace *found = io.find(nsp);
        return found ? found->socket(Sid::fromText(peer.sid)) : nullptr;
    }

    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        reactor->timers().advance();
    }

    quint64 counted(Counter which) const { return reactor->counters().value(which); }

    void record() { tap.setRing(&ring); }

    /** What was recorded since, without the transport's own records: kind, nsp, event, target,
     * payload. */
    QByteArrayList records()
    {
        QByteArrayList lines;
        ring.drain([&](const Traffic::Record &record) {
            if (record.nsp.isEmpty()) {
                return;
            }
            lines.append(QByteArray::number(static_cast<int>(record.kind)) + ' '
                + record.nsp.toByteArray() + " c" + QByteArray::number(record.client) + " n"
                + QByteArray::number(record.count) + " f" + QByteArray::number(record.flags) + " #"
                + QByteArray::number(record.ackId) + ' ' + record.event.toByteArray() + " >"
                + record.target.toByteArray().replace('\n', '|') + "< "
                + record.payload.toByteArray());
        });
        return lines;
    }

    ServerConfig config;
    ManualClock clock;
    Traffic::TrafficRing ring;
    Traffic::Tap tap;
    std::unique_ptr<Net::Reactor> reactor;
    Server io;
    EngineIo::Server engine;
    Net::HttpServer http;
    quint16 port = 0;

private:
    static ServerConfig configured(const std::function<void(ServerConfig &)> &configure)
    {
        ServerConfig config;
        config.pingInterval = std::chrono::hours(24); // heartbeats are not what is tested
        if (configure) {
            configure(config);
        }
        return config;
    }
};

} // namespace Switchboard::SocketIo
