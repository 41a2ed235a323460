// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/argumentsmodel.h"
#include "act/audiencemodel.h"
#include "act/emitdraft.h"
#include "act/emitrun.h"
#include "act/eventsuggestions.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace Switchboard::App {

class ClientNames;
class EngineHost;
class NamespacesModel;
class Presets;
class SendHistory;
class UndoQueue;

/**
 * The event being written: its fields, whom it reaches now, what keeps it from being sent.
 *
 * Checks arguments 150 ms after the last key and asks the engine for the reach twice a second
 * while it is active (on the screen).
 *
 * GUI thread. Lifetime: everything handed in outlives it.
 */
class Composer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(Composer)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(QString event READ event WRITE setEvent NOTIFY eventChanged FINAL)
    /** Why the event's name cannot be sent; empty when it can, or when nothing was typed yet. */
    Q_PROPERTY(QString eventProblem READ eventProblem NOTIFY eventChanged FINAL)
    Q_PROPERTY(QString nsp READ nsp WRITE setNsp NOTIFY nspChanged FINAL)
    /** "No such namespace yet. Nobody would receive this.", or empty. */
    Q_PROPERTY(QString nspWarning READ nspWarning NOTIFY nspWarningChanged FINAL)
    Q_PROPERTY(Audience audience READ audience WRITE setAudience NOTIFY audienceChanged FINAL)
    /** Rooms or clients it goes to, as tokens; those of the present audience. */
    Q_PROPERTY(Switchboard::App::AudienceModel *targets READ targets NOTIFY audienceChanged FINAL)
    /** Rooms and clients it does not go to. */
    Q_PROPERTY(Switchboard::App::AudienceModel *exceptions READ exceptions CONSTANT FINAL)
    /** What could be added; see findChoices(). */
    Q_PROPERTY(Switchboard::App::AudienceModel *choices READ choices CONSTANT FINAL)
    /** "Reaches 9 of 14 clients" */
    Q_PROPERTY(QString reachText READ reachText NOTIFY reachChanged FINAL)
    Q_PROPERTY(bool reachesNobody READ reachesNobody NOTIFY reachChanged FINAL)
    Q_PROPERTY(Switchboard::App::ArgumentsModel *arguments READ arguments CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::EventSuggestions *suggestions READ suggestions CONSTANT FINAL)
    Q_PROPERTY(bool waitForAck READ waitsForAck WRITE setWaitForAck NOTIFY optionsChanged FINAL)
    /** 100 to 120,000 ms */
    Q_PROPERTY(int ackTimeout READ ackTimeout WRITE setAckTimeout NOTIFY optionsChanged FINAL)
    Q_PROPERTY(bool isVolatile READ isVolatile WRITE setVolatile NOTIFY optionsChanged FINAL)
    Q_PROPERTY(bool repeats READ repeats WRITE setRepeats NOTIFY optionsChanged FINAL)
    /** 1 to 1,000,000 */
    Q_PROPERTY(int repeatCount READ repeatCount WRITE setRepeatCount NOTIFY optionsChanged FINAL)
    /** 0 to 60,000 ms */
    Q_PROPERTY(
        int repeatInterval READ repeatInterval WRITE setRepeatInterval NOTIFY optionsChanged FINAL)
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged FINAL)
    /** "Fix the JSON to send", or empty. */
    Q_PROPERTY(QString blockReason READ blockReason NOTIFY canSendChanged FINAL)
    /** "This sends 140,000 packets.": sending waits for another send(). Empty otherwise. */
    Q_PROPERTY(QString confirmation READ confirmation NOTIFY confirmationChanged FINAL)
    /** The last send, null before the first. */
    Q_PROPERTY(Switchboard::App::EmitRun *lastRun READ lastRun NOTIFY lastRunChanged FINAL)
    Q_PROPERTY(bool canSavePreset READ canSavePreset NOTIFY canSendChanged FINAL)
    /** Why it cannot be saved, or empty. */
    Q_PROPERTY(QString presetProblem READ presetProblem NOTIFY canSendChanged FINAL)

public:
    enum class Audience : quint8 { Everyone, Rooms, Clients };
    Q_ENUM(Audience)

    static constexpr int maxChoices = 50;

    struct Parts
    {
        EngineHost &host;
        SendHistory &history;
        Presets &presets;
        const NamespacesModel &namespaces;
        const ClientNames &names;
        UndoQueue &undo;
        std::function<QString()> serverUrl;
    };

    /** In the order of the menu. */
    enum class Code : quint8 { JavaScript, JavaScriptServer, Python, Curl, Arguments, Packet };
    Q_ENUM(Code)

    explicit Composer(const Parts &parts, QObject *parent = nullptr);
    ~Composer() override;

    bool isActive() const { return m_isActive; }

    void setActive(bool active);

    QString event() const { return m_draft.event; }

    void setEvent(const QString &event);
    QString eventProblem() const;

    QString nsp() const { return m_draft.nsp; }

    void setNsp(const QString &nsp);

    QString nspWarning() const { return m_nspWarning; }

    Audience audience() const { return Audience(m_draft.audience); }

    void setAudience(Audience audience);

    AudienceModel *targets();

    AudienceModel *exceptions() { return &m_exceptions; }

    AudienceModel *choices() { return &m_choices; }

    QString reachText() const;

    bool reachesNobody() const { return m_reach == 0; }

    ArgumentsModel *arguments() { return &m_arguments; }

    EventSuggestions *suggestions() { return &m_suggestions; }

    bool waitsForAck() const { return m_draft.waitForAck; }

    void setWaitForAck(bool on);

    int ackTimeout() const { return int(m_draft.ackTimeout.count()); }

    void setAckTimeout(int milliseconds);

    bool isVolatile() const { return m_draft.isVolatile; }

    void setVolatile(bool on);

    bool repeats() const { return m_draft.isRepeated; }

    void setRepeats(bool on);

    int repeatCount() const { return m_draft.repeatCount; }

    void setRepeatCount(int count);

    int repeatInterval() const { return int(m_draft.repeatInterval.count()); }

    void setRepeatInterval(int milliseconds);

    bool canSend() const { return m_blockReason.isEmpty(); }

    QString blockReason() const { return m_blockReason; }

    QString confirmation() const { return m_confirmation; }

    bool canSavePreset() const;
    QString presetProblem() const;

    EmitRun *lastRun() const { return m_lastRun; }

    /** As it stands now. */
    EmitDraft draft() const;
    /** Fills all fields. */
    void load(const EmitDraft &draft);

    /** Sends it; large sends only when called again while confirmation stands. */
    Q_INVOKABLE void send();
    /** Ends the repeating of the last run, or withdraws the confirmation. */
    Q_INVOKABLE void stop();
    /** Empty fields, same namespace. */
    Q_INVOKABLE void clear();
    /** Addressed to one client. */
    Q_INVOKABLE void composeFor(quint32 client, const QString &nsp);
    /** An event as seen in Traffic: @p argumentsJson are raw arguments separated by commas. */
    Q_INVOKABLE void compose(
        const QString &event, const QString &nsp, const QString &argumentsJson);
    /** Takes the name of a suggestion, and its last payload when there are no arguments yet. */
    Q_INVOKABLE void fillFromLast(int suggestion);
    /** Fills choices with what contains @p typed: rooms and clients of the namespace. */
    Q_INVOKABLE void findChoices(const QString &typed, bool rooms, bool clients);
    Q_INVOKABLE void addChoice(int row, bool isException);
    /** What would be sent, written as @p format. */
    Q_INVOKABLE QString code(Switchboard::App::Composer::Code format) const;
    Q_INVOKABLE void savePreset(const QString &name);
    Q_INVOKABLE void loadPreset(int row);
    Q_INVOKABLE void loadHistory(int row);
    Q_INVOKABLE void sendAgain(int row);

Q_SIGNALS:
    void activeChanged();
    void eventChanged();
    void nspChanged();
    void nspWarningChanged();
    void audienceChanged();
    void reachChanged();
    void optionsChanged();
    void canSendChanged();
    void confirmationChanged();
    void lastRunChanged();
    /** findChoices() may find others now. */
    void knownClientsChanged();

private:
    void onEdited();
    void check();
    void askReach();
    void updateNspWarning();
    void setConfirmation(const QString &text);
    void setReach(int reach);
    void show(const Result<EmitRun *, QString> &run);
    EmitTarget target() const;

    EngineHost &m_host;
    SendHistory &m_history;
    Presets &m_presets;
    const NamespacesModel &m_namespaces;
    std::function<QString()> m_serverUrl;
    EmitDraft m_draft; // arguments, rooms and clients live in the models
    AudienceModel m_rooms;
    AudienceModel m_clients;
    AudienceModel m_exceptions;
    AudienceModel m_choices;
    ArgumentsModel m_arguments;
    EventSuggestions m_suggestions;
    QTimer m_reachTimer;
    QPointer<EmitRun> m_lastRun;
    QString m_blockReason;
    QString m_confirmation;
    QString m_nspWarning;
    QString m_shownReach;
    QList<ClientInfo> m_knownClients; // while active
    int m_reach = -1; // not known yet
    bool m_isActive = false;
    bool m_isAckChosen = false; // by the operator, so the default no longer follows the audience
};

} // namespace Switchboard::App
