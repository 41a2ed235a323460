// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QUrl>
#include <QWebSocket>

/** A Socket.IO client that speaks the protocol by hand and keeps what it hears. */
class RawClient : public QObject
{
    Q_OBJECT

public:
    RawClient()
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            if (text == u"2") {
                m_socket.sendTextMessage(QStringLiteral("3"));
            } else if (text.startsWith(u'0')) {
                m_socket.sendTextMessage(m_join);
            } else {
                m_heard.append(text);
            }
        });
    }

    /** Opens a session and joins with @p join, such as 40/chat,{"name":"ada"}. */
    void open(quint16 port, const QString &join = QStringLiteral("40"))
    {
        m_join = join;
        m_socket.open(QUrl(
            QStringLiteral("ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket").arg(port)));
    }

    void send(const QString &packet) { m_socket.sendTextMessage(packet); }

    bool hasJoined() const { return !m_heard.isEmpty() && m_heard.first().startsWith(u"40"); }

    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    /** All but heartbeats and the opening, oldest first. */
    const QStringList &heard() const { return m_heard; }

    QString last() const { return m_heard.isEmpty() ? QString() : m_heard.last(); }

private:
    QWebSocket m_socket;
    QString m_join;
    QStringList m_heard;
};
