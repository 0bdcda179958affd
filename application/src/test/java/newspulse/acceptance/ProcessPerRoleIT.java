package newspulse.acceptance;

final class ProcessPerRoleIT extends PipelineAcceptance {
    @Override
    Deployment.Shape shape() {
        return ProcessPerRole::start;
    }
}
