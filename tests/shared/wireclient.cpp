// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shared/wireclient.h"

#include <QtEndian>
#include <QTest>

#include <sys/socket.h>

namespace Switchboard::Testing {

const QByteArray WireClient::mask = QByteArrayLiteral("\x12\x9A\xF0\x07");

QByteArray HttpReply::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0) {
            return line.sliced(colon + 1).trimmed();
        }
    }
    return {};
}

int WireFrame::closeCode() const
{
    if (opcode != 0x8) {
        return 0;
    }
    return payload.size() < 2 ? 1005 : qFromBigEndian<quint16>(payload.constData());
}

WireClient::WireClient()
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { readAll(); });
}

bool WireClient::connectTo(quint16 port, const QHostAddress &host, const QHostAddress &from)
{
    if (!from.isNull() && !m_socket.bind(from)) {
        return false;
    }
    m_socket.connectToHost(host, port);
    waitFor(
        [this] { return isConnected() || m_socket.state() == QAbstractSocket::UnconnectedState; });
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return isConnected();
}

void WireClient::readAll()
{
    if (m_reading) {
        m_received.append(m_socket.readAll());
    }
}

void WireClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void WireClient::sendByteByByte(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
}

void WireClient::finish()
{
    waitFor([this] { return m_socket.bytesToWrite() == 0; });
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
}

void WireClient::reset()
{
    const linger now{1, 0};
    ::setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_socket.abort();
}

void WireClient::stopReading()
{
    m_reading = false;
    m_socket.setReadBufferSize(1);
}

void WireClient::resumeReading()
{
    m_reading = true;
    m_socket.setReadBufferSize(0);
    readAll();
}

const QByteArray &WireClient::received()
{
    readAll();
    return m_received;
}

bool WireClient::waitFor(const std::function<bool()> &condition, int milliseconds)
{
    return QTest::qWaitFor(condition, milliseconds);
}

bool WireClient::waitForBytes(qsizetype count)
{
    return waitFor([this, count] { return received().size() >= count; });
}

bool WireClient::waitForClose()
{
    return waitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
}

std::optional<HttpReply> WireClient::takeReply(bool isHead)
{
    HttpReply reply;
    const bool complete = waitFor([&] {
        const qsizetype end = received().indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        reply.head = m_received.first(end + 2);
        const qsizetype size = isHead ? 0 : reply.header("Content-Length").toLongLong();
        if (m_received.size() < end + 4 + size) {
            return false;
        }
        reply.body = m_received.sliced(end + 4, size);
        m_received.remove(0, end + 4 + size);
        return true;
    });
    if (!complete) {
        return std::nullopt;
    }
    reply.status = reply.head.mid(9, 3).toInt();
    return reply;
}

bool WireClient::upgrade(const QByteArray &target, quint16 port, const QByteArray &moreHeaders)
{
    send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + moreHeaders + "\r\n");
    const std::optional<HttpReply> reply = takeReply();
    return reply && reply->status == 101
        && reply->header("Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
}

std::optional<WireFrame> WireClient::takeFrame()
{
    WireFrame frame;
    const bool complete = waitFor([&] {
        const QByteArray &bytes = received();
        if (bytes.size() < 2) {
            return false;
        }
        qsizetype head = 2;
        quint64 size = quint8(bytes[1]) & 0x7F;
        if (size == 126 && bytes.size() >= 4) {
            size = qFromBigEndian<quint16>(bytes.constData() + 2);
            head = 4;
        } else if (size == 127 && bytes.size() >= 10) {
            size = qFromBigEndian<quint64>(bytes.constData() + 2);
            head = 10;
        } else if (size > 125) {
            return false;
        }
        if (quint64(bytes.size() - head) < size) {
            return false;
        }
        frame.opcode = bytes[0] & 0xF;
        frame.isFinal = (quint8(bytes[0]) & 0x80) != 0;
        frame.payload = bytes.sliced(head, qsizetype(size));
        m_received.remove(0, head + qsizetype(size));
        return true;
    });
    return complete ? std::optional(frame) : std::nullopt;
}

void WireClient::sendFrame(int opcode, const QByteArray &payload, bool isFinal)
{
    send(frame(opcode, payload, isFinal));
}

QByteArray WireClient::frameHeader(int opcode, quint64 size, bool isFinal)
{
    QByteArray header(1, char((isFinal ? 0x80 : 0) | opcode));
    if (size < 126) {
        header.append(char(0x80 | int(size)));
    } else if (size <= 0xFFFF) {
        header.append(char(0xFE));
        header.append(2, '\0');
        qToBigEndian(quint16(size), header.data() + 2);
    } else {
        header.append(char(0xFF));
        header.append(8, '\0');
        qToBigEndian(size, header.data() + 2);
    }
    return header + mask;
}

QByteArray WireClient::frame(int opcode, const QByteArray &payload, bool isFinal)
{
    QByteArray bytes = frameHeader(opcode, quint64(payload.size()), isFinal);
    for (qsizetype i = 0; i < payload.size(); ++i) {
        bytes.append(char(payload[i] ^ mask[i % 4]));
    }
    return bytes;
}

} // namespace Switchboard::Testing
