/// Typed settings from the environment, `.env` and YAML, with every fault reported at once. Start
/// at [newspulse.config.Setting].
@NullMarked
package newspulse.config;

import org.jspecify.annotations.NullMarked;
