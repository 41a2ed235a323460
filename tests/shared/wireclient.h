// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace Switchboard::Testing {

/** One HTTP response as a client saw it. */
struct HttpReply
{
    int status = 0;
    /** Status line and header lines with their line breaks. */
    QByteArray head;
    QByteArray body;

    /** First value of @p name, compared without case, or empty. */
    QByteArray header(const QByteArray &name) const;
};

/** One WebSocket frame from the server. */
struct WireFrame
{
    int opcode = -1;
    bool isFinal = true;
    QByteArray payload;

    /** Code of a close frame; 1005 when it has none, 0 for other frames. */
    int closeCode() const;
};

/**
 * A TCP client that sends exactly the bytes a test wants and shows exactly those that came back.
 *
 * Waiting runs the event loop, so server and client may share the test's thread. Every wait is
 * bounded and says by its result whether what it waited for came.
 */
class WireClient
{
public:
    WireClient();

    /** Connects; false when that fails within the bound. @p from chooses the source address. */
    bool connectTo(quint16 port, const QHostAddress &host = QHostAddress(QHostAddress::LocalHost),
        const QHostAddress &from = {});
    void send(const QByteArray &bytes);
    /** One write per byte, each handed to the system by itself. */
    void sendByteByByte(const QByteArray &bytes);

    /** Ends our direction; the other stays open. */
    void finish();
    /** Closes with a reset. */
    void reset();
    /** Stops taking bytes out of the system. */
    void stopReading();
    void resumeReading();

    /** Everything received and not taken yet. */
    const QByteArray &received();

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    bool waitFor(const std::function<bool()> &condition, int milliseconds = 5'000);
    bool waitForBytes(qsizetype count);
    bool waitForClose();

    /** Takes the next response; @p isHead when it has no body whatever its length says. */
    std::optional<HttpReply> takeReply(bool isHead = false);

    /** Sends a well-formed upgrade request and takes the 101. */
    bool upgrade(const QByteArray &target, quint16 port, const QByteArray &moreHeaders = {});
    std::optional<WireFrame> takeFrame();
    void sendFrame(int opcode, const QByteArray &payload, bool isFinal = true);

    /** A masked client frame. */
    static QByteArray frame(int opcode, const QByteArray &payload, bool isFinal = true);
    /** The header alone, for lies about the length. */
    static QByteArray frameHeader(int opcode, quint64 size, bool isFinal = true);

    static const QByteArray mask;

private:
    void readAll();

    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_reading = true;
};

} // namespace Switchboard::Testing
