// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QUrl>
#include <QWebSocket>

namespace Switchboard::Test {

/** A Socket.IO client of few words, in "/" over a WebSocket: keeps the packets it gets. */
class SocketIoClient : public QWebSocket
{
public:
    explicit SocketIoClient(quint16 port)
    {
        connect(this, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            const auto bytes = text.toUtf8();
            if (bytes.startsWith('0')) {
                sendTextMessage(QStringLiteral("40"));
            } else if (bytes.startsWith("40")) {
                id = bytes.mid(bytes.indexOf(":\"") + 2, 20);
            } else if (bytes == "2") {
                sendTextMessage(QStringLiteral("3"));
            } else {
                packets.append(bytes);
                const auto digits = bytes.indexOf('[');
                if (autoAnswer && bytes.startsWith("42") && digits > 2) {
                    sendTextMessage(u"43" + QString::fromUtf8(bytes.sliced(2, digits - 2)) + u"[\""
                        + QString::fromUtf8(id) + u"\"]");
                }
            }
        });
        connect(this, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { packets.append("bin:" + bytes); });
        open(QUrl(
            QStringLiteral("ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket").arg(port)));
    }

    QByteArray id;
    QByteArrayList packets;
    bool autoAnswer = false;
};

} // namespace Switchboard::Test
