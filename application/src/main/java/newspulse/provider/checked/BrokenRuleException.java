package newspulse.provider.checked;

/// An answer to one part that broke a rule. The message is the rule; it holds nothing of the
/// answer.
public final class BrokenRuleException extends Exception {
    private static final long serialVersionUID = 1L;

    public BrokenRuleException(String rule) {
        super(rule, null, false, false);
    }

    public String rule() {
        String rule = getMessage();
        return rule == null ? "" : rule;
    }
}
