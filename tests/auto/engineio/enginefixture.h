// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/serverconfig.h"
#include "engineio/server.h"
#include "net/httpserver.h"
#include "net/reactor.h"
#include "traffic/tap.h"
#include "traffic/trafficring.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include <functional>
#include <memory>

namespace Switchboard::EngineIo {

/** Writes down what the engine hands upward; may echo, or do whatever a test wants with it. */
class RecordingHandler final : public Handler
{
public:
    struct Message
    {
        QByteArray data;
        bool binary;
    };

    struct Ended
    {
        quint32 serial;
        CloseReason reason;
        QByteArray description;
    };

    std::unique_ptr<SessionHandler> opened(Session &session) override
    {
        ++openedCount;
        latest = &session;
        auto keeper = std::make_unique<Keeper>(*this, session);
        if (onOpened) {
            onOpened(session);
        }
        return keeper;
    }

    QByteArrayList texts() const
    {
        QByteArrayList result;
        for (const Message &message : messages) {
            result.append(message.data);
        }
        return result;
    }

    bool echo = false;
    std::function<void(Session &)> onOpened;
    std::function<void(Session &, QByteArrayView)> onMessage;
    int openedCount = 0;
    int upgradedCount = 0;
    Session *latest = nullptr;
    QList<Message> messages;
    QList<Ended> ended;

private:
    class Keeper final : public SessionHandler
    {
    public:
        Keeper(RecordingHandler &recorder, Session &session)
            : m_recorder(recorder)
            , m_session(session)
        { }

        void message(QByteArrayView data, bool binary) override
        {
            m_recorder.messages.append({data.toByteArray(), binary});
            if (m_recorder.echo) {
                m_session.send(binary ? EncodedPacket::binary(data) : EncodedPacket::message(data));
            }
            if (m_recorder.onMessage) {
                m_recorder.onMessage(m_session, data);
            }
        }

        void closed(CloseReason reason, QByteArrayView description) override
        {
            m_recorder.ended.append({m_session.serial(), reason, description.toByteArray()});
            if (m_recorder.latest == &m_session) {
                m_recorder.latest = nullptr;
            }
        }

        void upgraded() override { ++m_recorder.upgradedCount; }

    private:
        RecordingHandler &m_recorder;
        Session &m_session;
    };
};

/** One HTTP request over a connection of its own, and its answer as it comes. */
class Exchange
{
public:
    Exchange(quint16 port, const QByteArray &method, const QByteArray &target,
        const QByteArray &body = {}, const QByteArrayList &headers = {})
    {
        QByteArray bytes = method + ' ' + target
            + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n";
        for (const QByteArray &header : headers) {
            bytes += header + "\r\n";
        }
        if (!body.isEmpty() || method == "POST") {
            bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        }
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.write(bytes + "\r\n" + body);
    }

    /** All of the answer is here. */
    bool isDone()
    {
        m_received += m_socket.readAll();
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        return end >= 0 && m_received.size() >= end + 4 + header("content-length").toLongLong();
    }

    /** Bytes came, complete or not. */
    bool hasAnswer()
    {
        m_received += m_socket.readAll();
        return !m_received.isEmpty();
    }

    bool isClosed()
    {
        m_received += m_socket.readAll();
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }

    int status() const { return m_received.mid(9, 3).toInt(); }

    QByteArray header(const QByteArray &name) const
    {
        const QByteArray head = m_received.left(m_received.indexOf("\r\n\r\n"));
        for (const QByteArray &line : head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0) {
                return line.mid(colon + 1).trimmed();
            }
        }
        return {};
    }

    QByteArray body() const { return m_received.mid(m_received.indexOf("\r\n\r\n") + 4); }

    void abort() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/** A WebSocket client that keeps what it gets. */
class WebSocketClient
{
public:
    /** What QWebSocket makes of a close frame without a code. */
    static constexpr int emptyClose = 1000;

    WebSocketClient(quint16 port, const QByteArray &target)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
            [this](const QString &text) { received.append(text.toUtf8()); });
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket,
            [this](const QByteArray &bytes) { received.append("binary:" + bytes); });
        QObject::connect(
            &m_socket, &QWebSocket::disconnected, &m_socket, [this] { m_isClosed = true; });
        m_socket.open(
            QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(QString::fromLatin1(target))));
    }

    void send(const QByteArray &text) { m_socket.sendTextMessage(QString::fromUtf8(text)); }

    void sendBinary(const QByteArray &bytes) { m_socket.sendBinaryMessage(bytes); }

    void close() { m_socket.close(); }

    void abort() { m_socket.abort(); }

    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    bool isClosed() const { return m_isClosed; }

    int closeCode() const { return m_socket.closeCode(); }

    QByteArrayList received;

private:
    QWebSocket m_socket;
    bool m_isClosed = false;
};

/** An Engine.IO server on a loopback port, on a clock that only moves when told. */
class EngineFixture
{
public:
    /** @param other instead of the recording handler */
    explicit EngineFixture(
        const std::function<void(ServerConfig &)> &configure = {}, Handler *other = nullptr)
        : config(configured(configure))
        , tap(clock)
        , reactor(Net::Reactor::create(&clock))
        , engine(*reactor, config, other ? *other : handler, tap)
        , http(*reactor, config, engine)
    {
        tap.setRing(&ring);
        const auto listening = http.listen(QHostAddress(QHostAddress::LocalHost), 0);
        port = listening ? *listening : 0;
    }

    void advance(std::chrono::milliseconds by)
    {
        clock.advance(by);
        reactor->timers().advance();
    }

    std::unique_ptr<Exchange> request(const QByteArray &method, const QByteArray &query,
        const QByteArray &body = {}, const QByteArrayList &headers = {}) const
    {
        return std::make_unique<Exchange>(port, method, "/engine.io/?" + query, body, headers);
    }

    std::unique_ptr<Exchange> poll(const QByteArray &sid, const QByteArrayList &headers = {}) const
    {
        return request("GET", "EIO=4&transport=polling&sid=" + sid, {}, headers);
    }

    std::unique_ptr<Exchange> post(const QByteArray &sid, const QByteArray &body) const
    {
        return request("POST", "EIO=4&transport=polling&sid=" + sid, body);
    }

    std::unique_ptr<WebSocketClient> webSocket(const QByteArray &sid = {}) const
    {
        return std::make_unique<WebSocketClient>(
            port, "/engine.io/?EIO=4&transport=websocket" + (sid.isEmpty() ? sid : "&sid=" + sid));
    }

    /** A polling session's sid, or an empty array when the handshake failed. */
    QByteArray openPolling() const
    {
        const auto handshake = request("GET", "EIO=4&transport=polling");
        return QTest::qWaitFor([&] { return handshake->isDone(); }) ? sidOf(handshake->body())
                                                                    : QByteArray();
    }

    /** A client whose open packet has come, or nullptr. */
    std::unique_ptr<WebSocketClient> openWebSocket() const
    {
        auto client = webSocket();
        return QTest::qWaitFor([&] { return !client->received.isEmpty(); }) ? std::move(client)
                                                                            : nullptr;
    }

    static QByteArray sidOf(const QByteArray &openPacket)
    {
        const qsizetype start = openPacket.indexOf("\"sid\":\"") + 7;
        return start < 7 ? QByteArray() : openPacket.mid(start, Sid::length);
    }

    quint64 counter(Counter which) const { return reactor->counters().value(which); }

    struct Seen
    {
        Traffic::Kind kind;
        quint8 flags;
        Traffic::Via via;
        quint32 count;
        QByteArray event;
        QByteArray payload;
    };

    QList<Seen> records()
    {
        QList<Seen> result;
        ring.drain([&](const Traffic::Record &record) {
            result.append({record.kind, record.flags, record.via, record.count,
                record.event.toByteArray(), record.payload.toByteArray()});
        });
        return result;
    }

    ServerConfig config;
    ManualClock clock;
    Traffic::TrafficRing ring;
    Traffic::Tap tap;
    RecordingHandler handler;
    std::unique_ptr<Net::Reactor> reactor;
    EngineIo::Server engine;
    Net::HttpServer http;
    quint16 port = 0;

private:
    static ServerConfig configured(const std::function<void(ServerConfig &)> &configure)
    {
        ServerConfig config;
        config.path = "/engine.io";
        if (configure) {
            configure(config);
        }
        return config;
    }
};

} // namespace Switchboard::EngineIo
