/// The models behind one interface. Start at [newspulse.engine.Engine].
@NullMarked
package newspulse.engine;

import org.jspecify.annotations.NullMarked;
