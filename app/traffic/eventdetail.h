// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/clientnames.h"
#include "traffic/copyas.h"
#include "traffic/eventring.h"
#include "traffic/jsontree.h"
#include "traffic/rowtext.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include <optional>

namespace Switchboard::App {

/** A name and what it says: one line of the Context, Frames and Ack tabs. */
class DetailLine
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name FINAL)
    Q_PROPERTY(QString value MEMBER value FINAL)

public:
    QString name;
    QString value;
    bool operator==(const DetailLine &) const = default;
};

/**
 * The selected event, all of it that is kept.
 *
 * Holds a copy, so it stays when the ring moves on. All texts are fit for the screen; copies are
 * as received.
 *
 * GUI thread. Owned by TrafficView; ring and names are lent.
 */
class EventDetail : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of TrafficView")
    Q_DISABLE_COPY_MOVE(EventDetail)
    Q_PROPERTY(bool valid READ isValid NOTIFY changed FINAL)
    Q_PROPERTY(int kind READ kind NOTIFY changed FINAL)
    Q_PROPERTY(QString kindWord READ kindWord NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString nsp READ nsp NOTIFY changed FINAL)
    /** "318 B · from ada" */
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString client READ client NOTIFY changed FINAL)
    Q_PROPERTY(bool binary READ isBinary NOTIFY changed FINAL)
    Q_PROPERTY(bool replayed READ isReplayed NOTIFY changed FINAL)
    /** In or Out: can be written as code. */
    Q_PROPERTY(bool isEvent READ isEvent NOTIFY changed FINAL)
    /** An event whose arguments are whole. */
    Q_PROPERTY(bool sendable READ isSendable NOTIFY changed FINAL)
    /** Sendable, and it was the server that sent it. */
    Q_PROPERTY(bool resendable READ isResendable NOTIFY changed FINAL)
    Q_PROPERTY(bool hasRoom READ hasRoom NOTIFY changed FINAL)
    Q_PROPERTY(QString bodyNote READ bodyNote NOTIFY changed FINAL)
    Q_PROPERTY(Switchboard::App::JsonTree *tree READ tree CONSTANT FINAL)
    Q_PROPERTY(QStringList textLines READ textLines NOTIFY changed FINAL)
    Q_PROPERTY(QStringList hexLines READ hexLines NOTIFY changed FINAL)
    /** Parts of the packet with what they mean; empty for rows that are no packet. */
    Q_PROPERTY(QVariantList frame READ frame NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList context READ context NOTIFY changed FINAL)
    Q_PROPERTY(QString ackText READ ackText NOTIFY ackChanged FINAL)
    Q_PROPERTY(QString ackSentence READ ackSentence NOTIFY ackChanged FINAL)
    Q_PROPERTY(bool ackLate READ isAckLate NOTIFY ackChanged FINAL)
    /** Client and latency with the answer, at most 200. */
    Q_PROPERTY(QVariantList answers READ answers NOTIFY ackChanged FINAL)

public:
    /** The formats of copyAs(), for QML. */
    enum class Copy {
        Arguments,
        FirstArgument,
        Packet,
        JavaScriptSend,
        JavaScriptReceive,
        JavaScriptServer,
        Python,
        Curl,
        EventName,
    };
    Q_ENUM(Copy)

    EventDetail(const EventRing &ring, const ClientNames &clients, QObject *parent);

    /** Shows row @p id from now on. Precondition: the ring contains it. */
    void show(RowId id);
    void show(KeptEvent event);
    void clear();
    /** Looks again at what may change: the acks. */
    void refresh();

    /** Base address in generated code. */
    void setServerUrl(const QString &url) { m_serverUrl = url; }

    RowId id() const { return m_kept ? m_kept->id : 0; }

    bool isValid() const { return m_kept.has_value(); }

    int kind() const { return m_kept ? int(m_kept->event.kind) : 0; }

    QString kindWord() const;
    QString name() const;
    QString nsp() const;
    QString summary() const;
    QString client() const;
    QString target() const;

    bool isBinary() const { return has(Traffic::Binary); }

    bool isReplayed() const { return has(Traffic::Replay); }

    bool isEvent() const { return kind() <= int(Kind::Out) && isValid(); }

    bool isSendable() const;

    bool isResendable() const { return isSendable() && kind() == int(Kind::Out); }

    bool hasRoom() const { return !eventText().rooms.isEmpty(); }

    QString bodyNote() const;

    JsonTree *tree() { return &m_tree; }

    const QStringList &textLines() const { return m_textLines; }

    const QStringList &hexLines() const { return m_hexLines; }

    QVariantList frame() const;
    QVariantList context() const;
    QString ackText() const;
    QString ackSentence() const;
    bool isAckLate() const;
    QVariantList answers() const;

    /** What composers need to send it again. */
    EventText eventText() const;

    /** Text in @p format, empty when it makes no sense for this event. */
    Q_INVOKABLE QString code(Switchboard::App::EventDetail::Copy format) const;
    /** code() line by line, fit for the screen. */
    Q_INVOKABLE QStringList codeLines(Switchboard::App::EventDetail::Copy format) const;
    /** Puts code() on the clipboard. False when there is nothing. */
    Q_INVOKABLE bool copy(Switchboard::App::EventDetail::Copy format) const;
    Q_INVOKABLE void copyText(const QString &text) const;

Q_SIGNALS:
    void changed();
    void ackChanged();

private:
    bool has(Traffic::Flag flag) const;
    void rebuild();

    const EventRing &m_ring;
    const ClientNames &m_clients;
    RowWriter m_writer;
    std::optional<KeptEvent> m_kept;
    JsonTree m_tree;
    QStringList m_textLines;
    QStringList m_hexLines;
    QString m_serverUrl;
};

/** @p text cut into lines fit for the screen; long lines go on in the next. */
QStringList displayLines(QByteArrayView text, int columns = 160, int most = 5000);
/** 16 bytes per line with offset and ASCII. */
QStringList hexDump(QByteArrayView bytes, int most = 5000);

} // namespace Switchboard::App
