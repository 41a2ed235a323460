// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "qml/uifixture.h"

#include "shell/uisetup.h"

#include <QQmlComponent>
#include <QQmlEngine>

#include <cmath>

using namespace Switchboard::App;

/** WCAG contrast of every token of words and graphics on every ground, from Theme.qml itself. */
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void contrast_data();
    void contrast();
    void filledButtons();
    void badgesOnTheirTint();
    void figuresHaveOneWidth();

private:
    QColor token(const char *name) const { return m_theme->property(name).value<QColor>(); }

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_holder;
    QObject *m_theme = nullptr;
};

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrastOf(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QColor over(const QColor &top, double alpha, const QColor &ground)
{
    return QColor::fromRgbF(float(top.redF() * alpha + ground.redF() * (1 - alpha)),
        float(top.greenF() * alpha + ground.greenF() * (1 - alpha)),
        float(top.blueF() * alpha + ground.blueF() * (1 - alpha)));
}

constexpr const char *words[]
    = {"text", "textSecondary", "textMuted", "accentText", "evIn", "evOut", "evAck", "evLife",
        "evRedis", "success", "warning", "danger", "jKey", "jStr", "jNum", "jBool", "jNull"};
constexpr const char *graphics[]
    = {"borderControl", "focus", "gIn", "gOut", "gAck", "gRedis", "gDanger", "gAccent"};
constexpr const char *grounds[]
    = {"window", "sidebar", "surface", "raised", "sunken", "table", "hover", "selected"};

} // namespace

void TestTheme::initTestCase()
{
    prepareEngine(m_engine);
    QQmlComponent component(&m_engine);
    component.setData(
        "import QtQml\nimport Switchboard.Ui\nQtObject { property QtObject theme: Theme }", {});
    m_holder.reset(component.create());
    QVERIFY2(m_holder, qPrintable(component.errorString()));
    m_theme = m_holder->property("theme").value<QObject *>();
    QVERIFY(m_theme);
}

void TestTheme::contrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("highContrast");
    QTest::newRow("dark") << true << false;
    QTest::newRow("light") << false << false;
    QTest::newRow("high contrast, dark") << true << true;
    QTest::newRow("high contrast, light") << false << true;
}

void TestTheme::contrast()
{
    QFETCH(bool, dark);
    QFETCH(bool, highContrast);
    m_theme->setProperty("dark", dark);
    m_theme->setProperty("highContrast", highContrast);
    const auto check = [this](const char *ink, double least) {
        QVERIFY2(token(ink).isValid(), ink);
        for (const char *ground : grounds) {
            const double contrast = contrastOf(token(ink), token(ground));
            QVERIFY2(contrast >= least,
                qPrintable(QStringLiteral("%1 on %2: %3")
                               .arg(QString::fromLatin1(ink), QString::fromLatin1(ground))
                               .arg(contrast)));
        }
    };
    for (const char *word : words) {
        check(word, 4.5);
    }
    for (const char *graphic : graphics) {
        check(graphic, 3.0);
    }
    QVERIFY(contrastOf(token("tooltipText"), token("tooltip")) >= 7);
}

void TestTheme::filledButtons()
{
    m_theme->setProperty("highContrast", false);
    for (const bool dark : {true, false}) {
        m_theme->setProperty("dark", dark);
        for (const char *ground : {"accent", "accentHover", "accentPressed", "dangerFill"}) {
            QVERIFY2(contrastOf(token("accentFg"), token(ground)) >= 4.5, ground);
        }
    }
}

void TestTheme::badgesOnTheirTint()
{
    m_theme->setProperty("highContrast", false);
    for (const bool dark : {true, false}) {
        m_theme->setProperty("dark", dark);
        for (const char *ink : {"accentText", "evIn", "evOut", "evAck", "evLife", "evRedis",
                 "success", "warning", "danger"}) {
            const QColor ground = over(token(ink), dark ? 0.14 : 0.1, token("surface"));
            QVERIFY2(contrastOf(token(ink), ground) >= 4.5, ink);
        }
    }
}

/** Counters must not shake: the frozen font's figures are tabular. */
void TestTheme::figuresHaveOneWidth()
{
    m_theme->setProperty("scale", 1.0);
    for (const char *role : {"kpi", "body", "caption", "bodyStrong"}) {
        const QFont font = m_theme->property(role).value<QFont>();
        QCOMPARE(QFontInfo(font).family(), QStringLiteral("Switchboard Sans"));
        const QFontMetricsF metrics(font);
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("1,111")),
            metrics.horizontalAdvance(QStringLiteral("8,888")));
    }
    QCOMPARE(QFontInfo(m_theme->property("mono").value<QFont>()).family(),
        QStringLiteral("JetBrains Mono"));
}

UI_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
