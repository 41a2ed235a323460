// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "cli/headless.h"

#include "cli/process.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace Switchboard::App {

namespace {

/** @p text for a terminal: what strangers sent must not steer it. */
QByteArray printable(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint()) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text.toUtf8();
}

void printLine(std::FILE *to, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, std::size_t(line.size()), to);
    std::fputc('\n', to);
    std::fflush(to);
}

/** Where a person finds the server: an address to open, also when it listens on all. */
QString addressOf(const Server &server)
{
    QString host = server.config().host;
    if (host == u"0.0.0.0" || host == u"::") {
        host = QStringLiteral("127.0.0.1");
    } else if (host.contains(u':')) {
        host = u'[' % host % u']';
    }
    return u"http://" % host % u':' % QString::number(server.port());
}

/** Tells the operator, as text or as JSON. */
class Reporter
{
public:
    explicit Reporter(bool json)
        : m_json(json)
    { }

    void state(const QString &name, QJsonObject details = {}) const
    {
        if (m_json) {
            details.insert(QStringLiteral("state"), name);
            printLine(stdout, QJsonDocument(details).toJson(QJsonDocument::Compact));
        }
    }

    void listening(const Server &server) const
    {
        const QString address = addressOf(server);
        if (!m_json) {
            printLine(stdout, "listening on " + address.toUtf8());
        }
        state(QStringLiteral("listening"),
            {{QStringLiteral("address"), address}, {QStringLiteral("port"), server.port()}});
    }

    void failed(const QString &sentence) const
    {
        printLine(stderr, "switchboard: " + printable(sentence));
        state(QStringLiteral("failed"), {{QStringLiteral("message"), sentence}});
    }

    void problem(const QString &id, const QStringList &arguments) const
    {
        if (!m_json) {
            printLine(stderr, printable(id % u": " % arguments.join(u", ")));
        }
        state(QStringLiteral("problem"),
            {{QStringLiteral("id"), id},
                {QStringLiteral("arguments"), QJsonArray::fromStringList(arguments)}});
    }

private:
    bool m_json;
};

} // namespace

int runHeadless(const CommandLine &commandLine)
{
    const Reporter reporter(commandLine.json);
    TerminationSignal termination;
    Server server(commandLine.config);
    QObject::connect(&server, &Server::problem, &server,
        [&reporter](
            const QString &id, const QStringList &arguments) { reporter.problem(id, arguments); });
    if (const auto wrong = commandLine.prepare(server)) {
        reporter.failed(*wrong);
        return WrongCommandLine;
    }
    const auto port = server.start();
    if (!port) {
        reporter.failed(port.error().sentence());
        return CannotListen;
    }
    reporter.listening(server);
    QObject::connect(&termination, &TerminationSignal::received, &server, [&] {
        reporter.state(QStringLiteral("stopping"));
        server.stop();
    });
    QObject::connect(&server, &Server::stopped, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    reporter.state(QStringLiteral("stopped"));
    return Stopped;
}

} // namespace Switchboard::App
